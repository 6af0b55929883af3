export { default } from '../connection/not-found'
